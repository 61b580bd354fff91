package nl.beleidstafel.roles;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;

/// Who has which role where in one plan, and what the coordinator decided besides. Immutable: each
/// change gives another.
///
/// @param roles by partner and scope; what has none is absent
/// @param hidden sections that only partners with a role in them see
/// @param overrides levels that hold whatever the roles say
record Matrix(
    Map<PartnerId, Map<Scope, Set<String>>> roles,
    Set<SectionId> hidden,
    Map<Cell, Level> overrides) {
  static final Matrix EMPTY = new Matrix(Map.of(), Set.of(), Map.of());

  Matrix {
    roles = Map.copyOf(roles);
    hidden = Set.copyOf(hidden);
    overrides = Map.copyOf(overrides);
  }

  /// The roles a partner was given on exactly this scope.
  Set<String> at(PartnerId partner, Scope scope) {
    return roles.getOrDefault(partner, Map.of()).getOrDefault(scope, Set.of());
  }

  /// With these roles in a cell instead of those there.
  Matrix with(PartnerId partner, Scope scope, Set<String> now) {
    Map<PartnerId, Map<Scope, Set<String>>> all = new HashMap<>(roles);
    Map<Scope, Set<String>> row = new HashMap<>(roles.getOrDefault(partner, Map.of()));
    if (now.isEmpty()) {
      row.remove(scope);
    } else {
      row.put(scope, Set.copyOf(now));
    }
    if (row.isEmpty()) {
      all.remove(partner);
    } else {
      all.put(partner, Map.copyOf(row));
    }
    return new Matrix(all, hidden, overrides);
  }

  /// With these roles in the cells besides those there.
  Matrix adding(PartnerId partner, Map<Scope, Set<String>> more) {
    Matrix matrix = this;
    for (Map.Entry<Scope, Set<String>> cell : more.entrySet()) {
      Set<String> all = new TreeSet<>(matrix.at(partner, cell.getKey()));
      all.addAll(cell.getValue());
      matrix = matrix.with(partner, cell.getKey(), all);
    }
    return matrix;
  }

  /// Without anything of a partner.
  Matrix without(PartnerId partner) {
    Map<PartnerId, Map<Scope, Set<String>>> others = new HashMap<>(roles);
    others.remove(partner);
    Map<Cell, Level> left = new HashMap<>(overrides);
    left.keySet().removeIf(cell -> cell.partner().equals(partner));
    return new Matrix(others, hidden, left);
  }

  Matrix hiding(SectionId section, boolean hide) {
    Set<SectionId> now = new HashSet<>(hidden);
    if (hide) {
      now.add(section);
    } else {
      now.remove(section);
    }
    return new Matrix(roles, now, overrides);
  }

  Matrix overriding(Cell cell, Level level) {
    Map<Cell, Level> now = new HashMap<>(overrides);
    now.put(cell, level);
    return new Matrix(roles, hidden, now);
  }

  Matrix notOverriding(Cell cell) {
    Map<Cell, Level> now = new HashMap<>(overrides);
    now.remove(cell);
    return new Matrix(roles, hidden, now);
  }

  /// How many roles are given in all cells.
  int size() {
    int size = 0;
    for (Map<Scope, Set<String>> row : roles.values()) {
      for (Set<String> cell : row.values()) {
        size += cell.size();
      }
    }
    return size;
  }
}
