import type { AnyExtension, Editor } from '@tiptap/core';
import type { ReactNode } from 'react';
import type { OpenDocument, PresenceUser } from '../collab';
import type { IconName } from '../ui';
import type { EditorSection } from './props';

/// The section on the sheet, as far as those know it who add to the sheet.
export interface SheetSection {
  id: string;
  key: string;
  number: string;
  title: string;
  documentId: string;
  status: 'todo' | 'draft' | 'review' | 'agreed' | 'fixed';
  rights: 'write' | 'comment' | 'read';
}

/// What a slice knows when it adds to the sheet.
export interface SheetContext {
  plan: {
    id: string;
    title: string;
    mayCoordinate: boolean;
    /// Who leads the plan.
    coordinators: readonly { name: string; partner: string }[];
    /// Those that a cross-reference may point to, as far as one sees them.
    sections: readonly EditorSection[];
  };
  section: SheetSection;
  user: PresenceUser;
  connected: boolean;
  /// Absent until the text is on the sheet; another one after the document started afresh.
  editor: Editor | undefined;
  document: OpenDocument | undefined;
  /// The panel that is open beside the sheet.
  panel: string | undefined;
  openPanel: (id: string | undefined) => void;
  /// Whether there is no place beside the sheet: an open panel lies over it, and the text is out of
  /// reach.
  panelCovers: boolean;
  /// Asks for the plan again.
  reload: () => void;
}

/// A panel beside the sheet; on a phone it comes over it.
export interface SidePanel {
  /// Stands in addresses too: `?paneel=…`.
  id: string;
  label: string;
  icon: IconName;
  /// How many things wait in it; said with the label.
  count?: number | undefined;
  content: () => ReactNode;
}

/// What one slice adds to the sheet of a section.
export interface SheetExtra {
  /// Taken when the editor of a section is made: the same objects as long as the section stays.
  extensions?: readonly AnyExtension[] | undefined;
  panel?: SidePanel | undefined;
  /// In the place of the status, while it is not undefined.
  status?: ReactNode;
  /// In the line of facts under the title.
  facts?: ReactNode;
  /// Buttons under the title.
  acts?: ReactNode;
  /// Over the text.
  notice?: ReactNode;
  /// In the outline, behind a section's title.
  outline?: ((sectionId: string) => ReactNode) | undefined;
  /// Under the text.
  foot?: ReactNode;
  /// In the place of the text, while it is not undefined.
  replaced?: ReactNode;
}

export type UseSheetExtras = (context: SheetContext) => readonly SheetExtra[];
