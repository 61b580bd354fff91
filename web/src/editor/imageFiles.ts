import { ApiError, numberOf, recordOf, textOf, type UploadWatch, upload } from '../api';
import { isOwnImage } from './nodes/image';

/// The largest file that the server takes, in bytes; it has the last word.
export const imageFileSizeMaxBytes = 12 * 1024 * 1024;

export const imageKinds = ['image/png', 'image/jpeg'] as const;

/// A picture as the server keeps it; `width` in pixels.
export interface KeptImage {
  src: string;
  width: number;
}

function keptImageOf(json: unknown): KeptImage {
  const record = recordOf(json);
  const src = textOf(record, 'src');
  if (!isOwnImage(src)) {
    throw new ApiError('unreadable');
  }
  return { src, width: numberOf(record, 'width') };
}

/// Gives a file to the server, as a picture of one document. Throws `ApiError`.
export function uploadImage(
  documentId: string,
  file: File,
  watch: UploadWatch,
): Promise<KeptImage> {
  const path = `/v1/documents/${encodeURIComponent(documentId)}/images`;
  return upload(path, file, keptImageOf, watch);
}

/// What can be said of a file before it is sent.
export function faultOf(file: File): 'kind' | 'size' | undefined {
  if (!imageKinds.some((kind) => kind === file.type)) {
    return 'kind';
  }
  return file.size > imageFileSizeMaxBytes ? 'size' : undefined;
}

/// The files of a paste that are meant as pictures. Word and Excel put a picture of the words
/// beside the words: then the words are meant.
export function pastedFiles(clipboard: DataTransfer | null): File[] {
  const files = [...(clipboard?.files ?? [])].filter((file) => file.type.startsWith('image/'));
  if (clipboard === null || files.length === 0) {
    return [];
  }
  const html = new DOMParser().parseFromString(clipboard.getData('text/html'), 'text/html');
  for (const unseen of html.querySelectorAll('style, script, title')) {
    unseen.remove();
  }
  const words = `${html.body.textContent}${clipboard.getData('text/plain')}`;
  return words.trim() === '' ? files : [];
}
