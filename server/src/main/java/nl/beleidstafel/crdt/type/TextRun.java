package nl.beleidstafel.crdt.type;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stretch of a text with one set of formats: an insertion of a Yjs delta.
///
/// @param insert the characters as a `String`; a nested {@link SharedType}; or the value of an
///   embed
/// @param isEmbed whether it is one object: an embed may be a `String` itself
public record TextRun(
    @Nullable Object insert, Map<String, @Nullable Object> formats, boolean isEmbed) {}
