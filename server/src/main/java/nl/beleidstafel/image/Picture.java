package nl.beleidstafel.image;

import nl.beleidstafel.base.Bytes;

/// A picture that is safe to show.
///
/// @param mediaType `image/png` or `image/jpeg`
/// @param width pixels, at most {@link nl.beleidstafel.base.Limits#IMAGE_SIDE_MAX_PIXELS}
/// @param height pixels, likewise
record Picture(String mediaType, int width, int height, Bytes bytes) {}
