package nl.beleidstafel.image;

/// Why a file is not taken as a picture.
enum PictureFault {
  /// Neither PNG nor JPEG by its first bytes, whatever its name or declared type says.
  NOT_A_PICTURE,
  /// A picture by its first bytes, but it cannot be read.
  DAMAGED,
  /// More pixels than can be held.
  TOO_MANY_PIXELS
}
