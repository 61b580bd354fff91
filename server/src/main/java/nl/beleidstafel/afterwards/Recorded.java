package nl.beleidstafel.afterwards;

import nl.beleidstafel.base.MemberId;

/// Why an interview may be kept, as somebody recorded it.
///
/// @param version rises with each change
/// @param basis an id of `config/interviews.yaml`, as it was then
/// @param shown what whoever was spoken with was told
record Recorded(long version, String basis, String shown, MemberId by, long atMs) {}
