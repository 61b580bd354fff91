package nl.beleidstafel.afterwards;

import java.util.Locale;

/// What is kept of an interview, each for a time of its own.
enum Kept {
  /// Who was spoken with.
  NAME,
  /// Its document, and the notes that were taken from it.
  NOTES,
  /// The summary, and what was said about it.
  SUMMARY;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
