package nl.beleidstafel.fillin;

import java.util.List;
import nl.beleidstafel.prose.FillInKind;
import nl.beleidstafel.prose.Shape;
import org.jspecify.annotations.Nullable;

/// What a text holds that somebody has to do something with, in its order. Immutable.
record Found(List<Place> places, List<Passage> passages) {
  Found {
    places = List.copyOf(places);
    passages = List.copyOf(passages);
  }

  /// A fill-in.
  ///
  /// @param id unique in its section
  /// @param parent the fill-in around it, or null
  /// @param register the view that offers its answers, or null
  /// @param value what was filled in, cut short
  /// @param entries what was chosen of the register, by the ids of its entries
  record Place(
      String id,
      @Nullable String parent,
      FillInKind kind,
      String label,
      @Nullable String unit,
      @Nullable String register,
      boolean open,
      String value,
      List<String> entries) {
    Place {
      entries = List.copyOf(entries);
    }
  }

  /// An example.
  ///
  /// @param value how it begins
  record Passage(String id, Shape.Decision decision, String value) {}
}
