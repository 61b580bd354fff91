/// HTTP once for all features: routes that answer with values, problems, the guard of sessions, the
/// files of the web app.
///
/// A feature gives {@link nl.beleidstafel.http.Routes}; its endpoints run on virtual threads, may
/// wait, and return an {@link nl.beleidstafel.http.Answer}, so that no half answer exists. Knows no
/// feature, no SQL, and who somebody is only through a function. Open those two first, then {@link
/// nl.beleidstafel.http.HttpVerticle}.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.http;
