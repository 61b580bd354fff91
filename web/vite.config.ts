import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env['BELEIDSTAFEL_SERVER'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    sourcemap: false,
    // The page's policy allows no data: fonts, and files of their own are cached for good.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/v1': server,
      '/collab': { target: server.replace(/^http/, 'ws'), ws: true },
    },
  },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
});
