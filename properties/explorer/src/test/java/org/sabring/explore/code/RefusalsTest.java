package org.sabring.explore.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls are refused, and what the advice is about. */
class RefusalsTest {

  @ParameterizedTest
  @CsvSource({
    "java/lang/Thread, start, ()V, side",
    "java/lang/Thread, join, (J)V, side",
    "java/lang/Thread, sleep, (Ljava/time/Duration;)V, sleep(long)",
    "java/lang/System, exit, (I)V, return",
    "java/time/Instant, now, ()Ljava/time/Instant;, nanoTime",
    "java/util/Random, <init>, ()V, seed",
    "java/nio/ByteBuffer, putLong, (J)Ljava/nio/ByteBuffer;, arrays",
    "java/lang/foreign/MemorySegment, fill, (B)Ljava/lang/foreign/MemorySegment;, arrays",
    "java/lang/invoke/MethodHandles, varHandleInvoker, ()V, findVarHandle",
    "java/lang/reflect/Array, getInt, (Ljava/lang/Object;I)I, arrays",
  })
  void aCallIsRefusedWithAdvice(String owner, String name, String desc, String about) {
    assertThat(Refusals.advice(owner, name, desc)).contains(about);
  }

  @ParameterizedTest
  @CsvSource({
    "java/lang/Thread, getName, ()Ljava/lang/String;",
    "java/lang/Thread, sleep, (J)V",
    "java/util/Random, <init>, (J)V",
    "java/nio/ByteBuffer, array, ()[B",
    "java/lang/reflect/Array, getLength, (Ljava/lang/Object;)I",
  })
  void itsNeighbourIsNot(String owner, String name, String desc) {
    assertThat(Refusals.advice(owner, name, desc)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "getInt, (J)I, true",
    "putLong, '(JJ)V', true",
    "getInt, '(Ljava/lang/Object;J)I', false",
    "allocateMemory, (J)J, true",
  })
  void unsafeIsRefusedWhereItTakesAnAddress(String name, String desc, boolean refused) {
    assertThat(Refusals.isUnsafeByAddress(name, desc)).isEqualTo(refused);
  }
}
