package nl.beleidstafel.crdt.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.testkit.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A delta applied to what was there gives what is there, for local and for remote changes.
final class TypeChangePropertyTest {
  /// One place of a text: a character or an embed, with its formats.
  private record Place(Object what, Map<String, @Nullable Object> formats) {}

  @Test
  void aDeltaTurnsTheOldTextIntoTheNew() {
    Seeds.each(
        200,
        random -> {
          Doc first = new Doc(1);
          Doc second = new Doc(2);
          Watch watchFirst = new Watch(first);
          Watch watchSecond = new Watch(second);
          for (int i = 0; i < 20; i++) {
            Bytes one = first.transact(_ -> edit(first.text("t"), random));
            Bytes two = second.transact(_ -> edit(second.text("t"), random));
            first.apply(two);
            second.apply(one);
            assertEquals(places(first), watchFirst.places);
            assertEquals(places(second), watchSecond.places);
          }
        });
  }

  private static final class Watch {
    List<Place> places = new ArrayList<>();

    Watch(Doc doc) {
      doc.observe(transaction -> {
        for (TypeChange change : TypeChange.of(transaction)) {
          assertEquals(List.of("t"), change.path());
          places = applied(places, change.delta());
        }
      });
    }
  }

  private static List<Place> applied(List<Place> before, List<DeltaOp> delta) {
    List<Place> after = new ArrayList<>();
    int at = 0;
    for (DeltaOp op : delta) {
      switch (op) {
        case DeltaOp.Retain(int count, var formats) -> {
          for (Place place : before.subList(at, at + count)) {
            Map<String, @Nullable Object> changed = new LinkedHashMap<>(place.formats());
            changed.putAll(formats);
            changed.values().removeIf(value -> value == null);
            after.add(new Place(place.what(), changed));
          }
          at += count;
        }
        case DeltaOp.Delete(int count) -> at += count;
        case DeltaOp.Insert(Object value, var formats) -> addPlaces(after, value, formats);
      }
    }
    after.addAll(before.subList(at, before.size()));
    return after;
  }

  private static void addPlaces(
      List<Place> places, @Nullable Object value, Map<String, @Nullable Object> formats) {
    if (value instanceof String text) {
      text.chars().forEach(c -> places.add(new Place((char) c, formats)));
    } else if (value != null) {
      places.add(new Place(value, formats));
    }
  }

  private static List<Place> places(Doc doc) {
    List<Place> places = new ArrayList<>();
    for (TextRun run : doc.text("t").runs()) {
      addPlaces(places, run.insert(), run.formats());
    }
    return places;
  }

  private static void edit(YText text, SplittableRandom random) {
    for (int i = 0; i < 3; i++) {
      int index = random.nextInt(text.length() + 1);
      int count = Math.min(random.nextInt(5), text.length() - index);
      switch (random.nextInt(5)) {
        case 0 -> text.delete(index, count);
        case 1 -> text.format(index, count, Map.of("bold", random.nextBoolean()));
        case 2 -> text.insertEmbed(index, Map.of("n", i), Map.of("italic", true));
        default -> text.insert(index, "abc");
      }
    }
  }

  @Test
  void changesOfKeysAndNestedTypesSayWhere() {
    Doc doc = new Doc(1);
    XmlElement heading = doc.xmlFragment("x").appendElement("heading");
    heading.setAttribute("level", 2);
    heading.appendText().insert(0, "titel");
    List<TypeChange> seen = new ArrayList<>();
    doc.observe(transaction -> seen.addAll(TypeChange.of(transaction)));
    var _ =
        doc.transact(_ -> {
          heading.setAttribute("level", 3);
          heading.setAttribute("id", "a");
          ((XmlText) heading.children().getFirst()).delete(0, 1);
          doc.xmlFragment("x").insertElement(0, "paragraph").setAttribute("new", true);
        });
    assertEquals(3, seen.size());
    assertEquals(List.of("x", 1), seen.get(0).path());
    assertEquals(
        Map.of(
            "level", new TypeChange.KeyChange(TypeChange.Action.UPDATE, 2L),
            "id", new TypeChange.KeyChange(TypeChange.Action.ADD, null)),
        seen.get(0).keys());
    assertEquals(List.of("x", 1, 0), seen.get(1).path());
    assertEquals(List.of(new DeltaOp.Delete(1)), seen.get(1).delta());
    assertEquals(List.of("x"), seen.get(2).path());
  }
}
