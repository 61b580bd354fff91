package nl.beleidstafel.http;

/// Ends an endpoint with a problem from deep inside: thrown by the readers of a request, caught in
/// one place.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  public RefusedException(Problem problem) {
    super(problem.type(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
