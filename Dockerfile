# Any image with a JDK 25 to build with; the result stands on nothing else.
ARG BUILD_IMAGE=docker.io/library/eclipse-temurin:25-jdk

FROM ${BUILD_IMAGE} AS build
# More for Maven's own JVM, such as a proxy.
ARG MAVEN_OPTS=

# A Java runtime of the modules that are used.
RUN jlink --output /opt/java --no-header-files --no-man-pages --strip-java-debug-attributes --add-modules \
      java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,java.xml,java.xml.crypto,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs
# The libraries that it needs, and the folders that every container has.
RUN mkdir -p /opt/root/dev /opt/root/proc /opt/root/sys /opt/root/etc /opt/root/tmp && chmod 1777 /opt/root/tmp \
    && cd /opt/java/lib \
    && ldd ../bin/java server/libjvm.so libjava.so libjimage.so libjli.so libnet.so libnio.so libzip.so libverify.so \
         libextnet.so libmanagement.so libmanagement_ext.so libinstrument.so libjfr.so libprefs.so \
       | awk '$3 ~ /^\// {print $3} $1 ~ /^\/.*ld-/ {print $1}' | grep -v '^/opt/java' | sort -u \
       | while read -r library; do mkdir -p "/opt/root$(dirname "$library")" && cp -L "$library" "/opt/root$library"; done

WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY rules rules
COPY decision-tables decision-tables
COPY src src
# The cache knows its files by their times, which therefore must be the same in a layer of an earlier build.
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp package -Dmaven.test.skip=true -Darchive.skip=true \
    && cp -r target/quarkus-app /opt/tuodi && cp target/bom.json target/licences/THIRD-PARTY.txt /opt/tuodi/ \
    && find /opt/tuodi -name '*.jar' -exec touch -d '2000-01-01T00:00:00Z' {} +
# Starts once and answers the examples, so that the classes lie ready, loaded and linked, for every later start. The cache
# is written with G1, which alone can put objects into it, and without what the compiler learnt: to compile at once what
# only the start needs would take longer than it saves.
RUN java src/training/java/Training.java src/main/resources/examples \
      /opt/java/bin/java -XX:AOTMode=record -XX:AOTConfiguration=/opt/classes -XX:+UseSerialGC -Xmx160m \
      -Xlog:disable -Xlog:all=error:stderr -jar /opt/tuodi/quarkus-run.jar \
    && /opt/java/bin/java -XX:AOTMode=create -XX:AOTConfiguration=/opt/classes \
      -XX:AOTCache=/opt/tuodi/tuodi.aot -XX:+UseG1GC -Xmx160m -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
      -Xlog:disable -Xlog:all=error:stderr -cp /opt/tuodi/quarkus-run.jar \
    && test -s /opt/tuodi/tuodi.aot

FROM scratch
WORKDIR /opt/tuodi
# From what changes least to what changes most.
COPY --from=build /opt/root/ /
COPY --from=build /opt/java/ /opt/java/
COPY --from=build /opt/tuodi/lib/ lib/
COPY --from=build /opt/tuodi/quarkus/ quarkus/
COPY --from=build /opt/tuodi/app/ app/
COPY --from=build /opt/tuodi/bom.json /opt/tuodi/THIRD-PARTY.txt /opt/tuodi/quarkus-run.jar ./
COPY --from=build /opt/tuodi/tuodi.aot ./

USER 10001:10001
# Claims and the console; health and metrics, which are for operators and not to be published.
EXPOSE 8080 9000
# Outside of a container the service listens to its own machine only.
ENV QUARKUS_HTTP_HOST=0.0.0.0 TUODI_MANAGEMENT_HOST=0.0.0.0
# Memory; large pages where the machine has them, which nobody needs to be told where it has none. Whoever sets this
# variable replaces it.
ENV JAVA_TOOL_OPTIONS="-Xmx160m -XX:MaxMetaspaceSize=144m -XX:ReservedCodeCacheSize=64m -XX:MaxDirectMemorySize=96m -XX:+UseParallelGC -XX:+UseTransparentHugePages -Xlog:pagesize=error"
# Code is compiled after twice as many calls as usual, which leaves more of the machine to the start and costs nothing
# under load. The root file system can be read-only: what the web server unpacks goes to shared memory, which every
# container has.
ENTRYPOINT ["/opt/java/bin/java", "-XX:AOTCache=/opt/tuodi/tuodi.aot", "-XX:-UsePerfData", "-XX:CompileThresholdScaling=2", "-Djava.io.tmpdir=/dev/shm", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/tuodi/quarkus-run.jar"]
