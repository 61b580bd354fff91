/// The cell that has the focus, kept beside React's state: only what shows it is drawn anew when
/// somebody walks through the grid.
export class CellFocus {
  #cell: { scope: string; partner: string } | undefined;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly cell = (): { scope: string; partner: string } | undefined => this.#cell;

  set(cell: { scope: string; partner: string } | undefined): void {
    if (cell?.scope !== this.#cell?.scope || cell?.partner !== this.#cell?.partner) {
      this.#cell = cell;
      for (const listener of [...this.#listeners]) {
        listener();
      }
    }
  }
}
