import { type AnyExtension, getSchema } from '@tiptap/core';
import { Text } from '@tiptap/extension-text';
import type { Schema } from '@tiptap/pm/model';
import { formats } from './marks/formats';
import { SheetLink } from './marks/link';
import {
  SheetBlockquote,
  SheetBreak,
  SheetBulletList,
  SheetDocument,
  SheetHeading,
  SheetListItem,
  SheetOrderedList,
  SheetParagraph,
  SheetRule,
} from './nodes/blocks';
import { type FoldMemory, Help, Questions } from './nodes/box';
import { CrossReference } from './nodes/crossReference';
import { Evidence } from './nodes/evidence';
import { Example } from './nodes/example';
import { FillIn, FillInBlock } from './nodes/fillIn';
import { Footnote } from './nodes/footnote';
import { SheetImage } from './nodes/image';
import { type NodeLabels, noLabels } from './nodes/labels';
import { SheetTable, SheetTableCell, SheetTableHeader, SheetTableRow } from './nodes/table';
import { UnknownBlock } from './nodes/unknown';

/// The newest schema that this editor can write. A document of a later one opens read-only.
export const schemaVersion = 2;

export interface SchemaHost {
  labels: () => NodeLabels;
  folds: FoldMemory;
  onOpenSection: (key: string) => void;
  onDescribeImage: () => void;
}

const bareHost: SchemaHost = {
  labels: () => noLabels,
  folds: { isFolded: () => false, remember: () => {} },
  onOpenSection: () => {},
  onDescribeImage: () => {},
};

/// All nodes and marks of schema version 2.
export function schemaExtensions(host: SchemaHost = bareHost): AnyExtension[] {
  const { labels, folds, onOpenSection, onDescribeImage } = host;
  return [
    SheetDocument,
    SheetParagraph,
    Text,
    SheetHeading,
    SheetBulletList,
    SheetOrderedList,
    SheetListItem,
    SheetBlockquote,
    SheetTable,
    SheetTableRow,
    SheetTableCell,
    SheetTableHeader,
    SheetRule,
    SheetBreak,
    SheetImage.configure({ labels, onDescribe: onDescribeImage }),
    Example.configure({ labels }),
    Help.configure({ labels, folds }),
    Questions.configure({ labels, folds }),
    FillIn.configure({ labels }),
    FillInBlock.configure({ labels }),
    Footnote.configure({ labels }),
    CrossReference.configure({ labels, onOpen: onOpenSection }),
    Evidence.configure({ labels }),
    UnknownBlock.configure({ labels }),
    SheetLink,
    ...formats,
  ];
}

export function sheetSchema(): Schema {
  return getSchema(schemaExtensions());
}
