package nl.beleidstafel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.beleidstafel.base.Limits;
import nl.beleidstafel.testkit.FakeClock;
import org.junit.jupiter.api.Test;

final class SignInLimiterTest {
  private static final String HERE = "192.0.2.1";

  private final FakeClock clock = new FakeClock();
  private final SignInLimiter limiter = new SignInLimiter(clock);

  @Test
  void tenFailuresThenOneEachHalfMinute() {
    fail("a@b", HERE, 10);
    assertEquals(30_000, limiter.waitMs("a@b", HERE));
    clock.advanceMs(29_999);
    assertEquals(1, limiter.waitMs("a@b", HERE));
    clock.advanceMs(1);
    assertEquals(0, limiter.waitMs("a@b", HERE));
    fail("a@b", HERE, 1);
    assertEquals(30_000, limiter.waitMs("a@b", HERE));
  }

  @Test
  void theOwnerElsewhereIsNotLockedOut() {
    fail("a@b", HERE, 10);
    assertEquals(0, limiter.waitMs("a@b", "198.51.100.7"));
    assertEquals(0, limiter.waitMs("c@d", HERE));
  }

  @Test
  void anAccountGuessedFromManyPlacesIsSlowedForAll() {
    for (int i = 0; i < 100; i++) {
      fail("a@b", "10.0." + i + ".1", 1);
    }
    assertEquals(30_000, limiter.waitMs("a@b", "203.0.113.9"));
  }

  @Test
  void aPlaceThatGuessesAtManyAccountsIsSlowed() {
    for (int i = 0; i < 200; i++) {
      fail("a" + i + "@b", HERE, 1);
    }
    assertEquals(3_000, limiter.waitMs("other@b", HERE));
  }

  @Test
  void successForgivesThePairOnly() {
    fail("a@b", HERE, 9);
    limiter.succeeded("a@b", HERE);
    fail("a@b", HERE, 9);
    assertEquals(0, limiter.waitMs("a@b", HERE));
  }

  @Test
  void anIpv6NetworkIsOnePlace() {
    for (int i = 0; i < 10; i++) {
      limiter.failed("a@b", "2001:db8:0:1::" + Integer.toHexString(i + 1));
    }
    assertEquals(30_000, limiter.waitMs("a@b", "2001:db8:0:1:ffff::9"));
    assertEquals(0, limiter.waitMs("a@b", "2001:db8:0:2::1"));
    limiter.failed("a@b", "no address " + "x".repeat(10_000));
  }

  @Test
  void memoryIsBounded() {
    for (int i = 0; i < Limits.SIGN_IN_COUNTS_MAX; i++) {
      limiter.failed("a" + i + "@b", "10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256);
    }
    assertTrue(limiter.size() <= 3 * Limits.SIGN_IN_COUNTS_MAX);
    clock.advanceSeconds(3600);
    limiter.failed("a@b", HERE);
    limiter.failed("a@b", HERE);
    assertTrue(limiter.size() <= 3 * Limits.SIGN_IN_COUNTS_MAX);
  }

  private void fail(String account, String address, int times) {
    for (int i = 0; i < times; i++) {
      assertEquals(0, limiter.waitMs(account, address));
      limiter.failed(account, address);
    }
  }
}
