/**
 * The rings beside other queues of one producer and one consumer: how many elements a second go
 * from one thread to another.
 *
 * <p>In short, and with everything:
 *
 * <pre>
 * ./mvnw -q -Pbench -pl impl test-compile
 * CP=impl/target/classes:impl/target/test-classes:$(cat impl/target/bench.classpath)
 * java -cp $CP org.openjdk.jmh.Main -f 1 -wi 3 -i 5 -w 1 -r 1 Handover
 * java -cp $CP org.openjdk.jmh.Main -f 5 -rf json -rff target/bench.json
 * </pre>
 *
 * <p>The sleeping ring's fastest strategy needs Java 22 or later and {@code -jvmArgs
 * --enable-native-access=ALL-UNNAMED}.
 *
 * <p><b>What it cannot say.</b> Two threads do nothing but hand over: a queue is then nearly always
 * full or nearly always empty, which of the two is luck, and a run may change its mind; so look at
 * the spread, and at ratios within one run. A queue of references with one constant object moves no
 * object from cache to cache, and nobody has such a program. Numbers of a virtual machine with two
 * processors say little of another machine.
 */
package org.sabring.bench;
