/// What members are told: that somebody answered or mentioned them. Knows no feature, and stores no
/// name, title or word of anybody: they are looked up when somebody reads, so that what is removed
/// stays nowhere.
///
/// Open {@link nl.beleidstafel.notice.Notices} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.notice;
