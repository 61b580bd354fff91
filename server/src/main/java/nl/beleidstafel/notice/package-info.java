/// What members are told: that somebody asked, answered, mentioned them. Knows no feature, and
/// stores no name and no title: they are looked up when somebody reads.
///
/// Open {@link nl.beleidstafel.notice.Notices} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.notice;
