package nl.beleidstafel;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.identity.IdentitySlice;
import nl.beleidstafel.partners.Entrance;

/// Joins partners to identity: what the one asks, the other answers.
record IdentityEntrance(IdentitySlice identity) implements Entrance {
  @Override
  public Key key() {
    String token = identity.newToken();
    return new Key(token, IdentitySlice.hashOf(token));
  }

  @Override
  public Bytes hash(String token) {
    return IdentitySlice.hashOf(token);
  }

  @Override
  public Future<Optional<String>> passwordHash(String password) {
    return identity.passwordHash(password);
  }

  @Override
  public Future<String> open(MemberId member) {
    return identity.open(member);
  }

  @Override
  public Future<String> openByLink(MemberId member, UUID link) {
    return identity.openByLink(member, link);
  }

  @Override
  public Optional<Problem> confirm(Actor actor, String password, String address) {
    return identity.confirm(actor, password, address);
  }

  @Override
  public Future<Void> leave(Tx tx, MemberId member) {
    return identity.leave(tx, member);
  }
}
