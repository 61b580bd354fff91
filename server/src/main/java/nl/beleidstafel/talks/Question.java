package nl.beleidstafel.talks;

import java.util.List;

/// Something to ask.
///
/// @param id stays the same in every version of its list, and is unique in it
/// @param probes what to ask on, in order
public record Question(String id, String text, List<String> probes, Condition when) {
  public Question {
    probes = List.copyOf(probes);
  }
}
