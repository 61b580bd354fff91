/// Lists of topics to talk along: those that come with the product, and what a municipality makes
/// of them.
///
/// What comes with the product is data in `config/topic-lists`, checked when the server starts. A
/// municipality's own list is a row with versions: each saving adds one, none is ever changed, and
/// an interview keeps the content of the one it began with. Ids of questions stay the same over
/// versions and copies, because notes hang on them. Knows no interview. Rules J1 to J7 of
/// `docs/spec.md`. Open {@link nl.beleidstafel.topiclist.Lists} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.topiclist;
