package nl.beleidstafel.sections;

import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;

/// A section as an actor finds it.
///
/// @param key unique in its plan, never changes
/// @param number may be empty
/// @param status as the API spells it: todo, draft, review, agreed, fixed
/// @param seq the last update's of its document
/// @param level at least `READ`
/// @param coordinates whether the actor's partner coordinates the plan
public record Place(
    PlanId plan,
    String planTitle,
    SectionId section,
    DocumentId document,
    String key,
    String number,
    String title,
    String status,
    long seq,
    Level level,
    boolean coordinates) {}
