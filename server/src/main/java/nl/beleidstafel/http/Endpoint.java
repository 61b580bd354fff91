package nl.beleidstafel.http;

/// Answers one kind of request. Runs on a virtual thread and may wait; a {@link RefusedException}
/// becomes its problem, any other exception a 500 that tells nothing.
@FunctionalInterface
public interface Endpoint {
  Answer answer(Call call) throws Exception;
}
