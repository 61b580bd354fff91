package nl.beleidstafel.talks;

import nl.beleidstafel.base.InterviewId;

/// A question that was added during a talk.
///
/// @param id unique, as a question's
/// @param group of its interview's list; empty where that is not known
/// @param after the question it stands behind; empty where that is not known
public record Added(InterviewId interview, String id, String text, String group, String after) {}
