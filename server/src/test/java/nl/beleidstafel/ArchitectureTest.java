package nl.beleidstafel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The layers of `docs/architecture.md`, as a build failure. Ids as in that document.
final class ArchitectureTest {
  private static final String ROOT = "nl.beleidstafel";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final String[] PURE = {
    ROOT + ".crdt..", ROOT + ".prose..", ROOT + ".protocol..", ROOT + ".collab.room.."
  };

  private static final List<String> FEATURES =
      List.of(
          "afterwards",
          "ask",
          "discussion",
          "figure",
          "fillin",
          "finding",
          "history",
          "identity",
          "image",
          "interview",
          "partners",
          "plan",
          "roles",
          "suggestion",
          "topiclist");

  @Test
  void a1PureCodeSeesOnlyTheLanguage() {
    String[] allowed = {
      "java.lang",
      "java.lang.invoke",
      "java.lang.runtime",
      "java.lang.annotation",
      "java.util",
      "java.util.function",
      "java.util.regex",
      "java.util.stream",
      "java.nio",
      "java.nio.charset",
      "org.jspecify.annotations",
      ROOT + ".base",
      ROOT + ".crdt..",
      ROOT + ".prose..",
      ROOT + ".protocol..",
      ROOT + ".collab.room..",
      ROOT + ".collab"
    };
    check(
        classes()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(arrays()))
            .because("the core is a function of its inputs: it can be tested and replayed"));
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".crdt..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".prose..", ROOT + ".protocol..", ROOT + ".collab..")
            .because("the document knows neither editor nor wire nor room"));
  }

  @Test
  void a2PureCodeHasNoClockAndNoChance() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .because("time, ids and chance come in as parameters, so that a seed replays a run"));
  }

  @TestFactory
  List<DynamicTest> a3NoCycles() {
    return List.of(
        DynamicTest.dynamicTest(
            "between packages",
            () -> check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles())),
        DynamicTest.dynamicTest(
            "inside collab",
            () -> check(slices().matching(ROOT + ".collab.(*)..").should().beFreeOfCycles())));
  }

  @TestFactory
  List<DynamicTest> a4FeaturesDoNotKnowEachOther() {
    return FEATURES.stream()
        .map(feature ->
            DynamicTest.dynamicTest(
                feature,
                () ->
                    check(
                        noClasses()
                            .that()
                            .resideInAPackage(ROOT + "." + feature + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                FEATURES.stream()
                                    .filter(other -> !other.equals(feature))
                                    .map(other -> ROOT + "." + other + "..")
                                    .toArray(String[]::new))
                            .because("what two features need moves down, or Main joins them"))))
        .toList();
  }

  @Test
  void a5FeaturesSeeOnlyTheTopOfCollab() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(features())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                ROOT + ".collab.room..",
                ROOT + ".collab.runtime..",
                ROOT + ".collab.socket..",
                ROOT + ".collab.log..")
            .because("features use live documents through Collab and Access alone"));
  }

  @Test
  void a6OnlyAdaptersKnowSql() {
    check(
        noClasses()
            .that(not(resideInAnyPackage(ROOT + ".db..")).and(not(simpleNameStartingWith("Pg"))))
            .and()
            .haveNameNotMatching(".*\\.Pg\\w+\\$.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..")
            .because("above its port nothing knows that there is SQL"));
  }

  @Test
  void a7TheEdgeIsThin() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".collab.socket..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.core.http.ServerWebSocket")
            .because("one package knows that there are sockets"));
  }

  @Test
  void a8NothingWaitsInsideTheCore() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".collab..", ROOT + ".crdt..", ROOT + ".protocol..")
            .should()
            .callMethod(io.vertx.core.Future.class, "await")
            .because("an event loop that waits stops everybody"));
  }

  @Test
  void a9OnlyMainReadsTheEnvironment() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".Main")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("configuration is read once, checked, and handed down"));
  }

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> arrays() {
    return com.tngtech.archunit.base.DescribedPredicate.describe(
        "arrays and primitives", type -> type.isArray() || type.isPrimitive());
  }

  private static String[] features() {
    return FEATURES.stream().map(feature -> ROOT + "." + feature + "..").toArray(String[]::new);
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
