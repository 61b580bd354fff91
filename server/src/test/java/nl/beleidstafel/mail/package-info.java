/// Tests of mail.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.mail;
