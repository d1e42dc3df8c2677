# Base images: any with a JDK 17 to build with, and any with a Java 17 runtime and a shell to run with.
ARG BUILD_IMAGE=docker.io/library/eclipse-temurin:17-jdk
ARG RUN_IMAGE=docker.io/library/eclipse-temurin:17-jre

FROM ${BUILD_IMAGE} AS build
# More for Maven's own JVM, such as a proxy.
ARG MAVEN_OPTS=
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY rules rules
COPY decision-tables decision-tables
COPY src src
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp package -Dmaven.test.skip=true

FROM ${RUN_IMAGE}
WORKDIR /opt/tuodi
# From what changes least to what changes most.
COPY --from=build /build/target/quarkus-app/lib/ lib/
COPY --from=build /build/target/quarkus-app/quarkus/ quarkus/
COPY --from=build /build/target/quarkus-app/app/ app/
COPY --from=build /build/target/quarkus-app/quarkus-run.jar ./
# Starts once, so that the classes lie ready for every later start (application class-data sharing).
RUN java -XX:+UseSerialGC -Xmx160m -XX:ArchiveClassesAtExit=tuodi.jsa -Xlog:disable -Xlog:all=error:stderr \
      -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port=0 -jar /opt/tuodi/quarkus-run.jar > /tmp/start.log & \
    for second in $(seq 120); do grep -q 'Listening on' /tmp/start.log && break; sleep 1; done; \
    cat /tmp/start.log; kill $!; wait $!; rm -rf /tmp/*; test -s tuodi.jsa

USER 10001:10001
EXPOSE 8080
# Outside of a container the service listens to its own machine only.
ENV QUARKUS_HTTP_HOST=0.0.0.0
# Memory; whoever sets this variable replaces it.
ENV JAVA_TOOL_OPTIONS="-Xmx160m -XX:MaxMetaspaceSize=112m -XX:ReservedCodeCacheSize=64m -XX:+UseSerialGC"
# The root file system can be read-only: what the web server unpacks goes to shared memory, which every container has.
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/opt/tuodi/tuodi.jsa", "-XX:-UsePerfData", "-Djava.io.tmpdir=/dev/shm", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/tuodi/quarkus-run.jar"]
