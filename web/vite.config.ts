import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { firstText, isOfFirstText } from './firstText.ts';
import { usedPropertiesOnly } from './usedProperties.ts';

const server = process.env['BELEIDSTAFEL_SERVER'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), usedPropertiesOnly(), firstText()],
  build: {
    target: 'es2022',
    sourcemap: false,
    // The page's policy allows no data: fonts, and files of their own are cached for good.
    assetsInlineLimit: 0,
    // The service worker is a file of its own at the root, so that it may answer for every page.
    rolldownOptions: {
      input: { main: 'index.html', first: 'src/first/index.ts', sw: 'src/sw.ts' },
      output: {
        // All that the first page needs in one file; the service worker must not import any.
        codeSplitting: {
          groups: [
            { name: 'first', test: isOfFirstText, priority: 1 },
            { name: 'app', tags: ['$initial'], test: (id) => !/\/src\/sw\w*\.ts$/.test(id) },
          ],
        },
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    proxy: {
      '/v1': server,
      '/collab': { target: server.replace(/^http/, 'ws'), ws: true },
    },
  },
  // Real editors in jsdom take their time on a busy machine.
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
});
