# The web app, the server, and then only what runs. `docker compose up --build` uses it.

FROM node:22-bookworm-slim AS web
WORKDIR /build/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY web ./
RUN npm run build

FROM maven:3.9-eclipse-temurin-25 AS server
WORKDIR /build
COPY pom.xml ./
COPY web/pom.xml web/
COPY server/pom.xml server/
COPY server/src/main server/src/main
COPY config config
COPY --from=web /build/web/dist web/dist
RUN mvn --batch-mode --quiet -pl server -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /app beleidstafel
WORKDIR /app
COPY --from=server /build/server/target/lib lib
COPY --from=server /build/server/target/beleidstafel.jar ./
COPY config config
USER beleidstafel
# What the JVM learns here holds for the flags of the entry point; it would start without it too.
RUN java -cp beleidstafel.jar nl.beleidstafel.rehearsal.Rehearsal beleidstafel.aot \
  beleidstafel.jar -XX:MaxRAMPercentage=60 -XX:+UseCompactObjectHeaders \
  -XX:+ExitOnOutOfMemoryError -XX:MaxInlineLevel=9 -XX:InlineSmallCode=1000 \
  -XX:Tier4InvocationThreshold=100000 -XX:Tier4MinInvocationThreshold=12000 \
  -XX:Tier4CompileThreshold=300000 \
  || echo "no rehearsal: starts will be slower"
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseCompactObjectHeaders", \
  "-XX:+ExitOnOutOfMemoryError", "-XX:MaxInlineLevel=9", "-XX:InlineSmallCode=1000", \
  "-XX:Tier4InvocationThreshold=100000", "-XX:Tier4MinInvocationThreshold=12000", \
  "-XX:Tier4CompileThreshold=300000", \
  "-XX:AOTCache=beleidstafel.aot", "-jar", "beleidstafel.jar"]
