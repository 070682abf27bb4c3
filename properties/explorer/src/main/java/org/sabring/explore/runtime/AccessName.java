package org.sabring.explore.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.memory.Update.Op;

/**
 * What the name of an access says, as {@link java.lang.invoke.VarHandle} names them: {@code
 * getAcquire}, {@code weakCompareAndSetPlain}, {@code getAndBitwiseOrRelease}.
 *
 * @param verb what is done
 * @param op of an update; null for others
 * @param mode how strong
 */
record AccessName(Verb verb, @Nullable Op op, Mode mode) {

  /** What is done. */
  enum Verb {
    GET,
    SET,
    /** It answers whether it found what it expected. */
    COMPARE_AND_SET,
    /** The same, and it may fail for no reason. */
    WEAK_COMPARE_AND_SET,
    /** It answers what it found. */
    COMPARE_AND_EXCHANGE,
    /** It answers what was there. */
    GET_AND_UPDATE
  }

  private static final Map<String, AccessName> KNOWN = new ConcurrentHashMap<>();

  /** What a name says. */
  static AccessName of(String name) {
    return KNOWN.computeIfAbsent(name, AccessName::parse);
  }

  private static AccessName parse(String name) {
    if (name.startsWith("compareAndSet")) {
      return update(Verb.COMPARE_AND_SET, Op.COMPARE_AND_SET, name.substring(13));
    }
    if (name.startsWith("compareAndExchange")) {
      return update(Verb.COMPARE_AND_EXCHANGE, Op.COMPARE_AND_SET, name.substring(18));
    }
    if (name.startsWith("weakCompareAndSet")) {
      return update(Verb.WEAK_COMPARE_AND_SET, Op.COMPARE_AND_SET, name.substring(17));
    }
    if (name.startsWith("getAndSet")) {
      return update(Verb.GET_AND_UPDATE, Op.SWAP, name.substring(9));
    }
    if (name.startsWith("getAndAdd")) {
      return update(Verb.GET_AND_UPDATE, Op.ADD, name.substring(9));
    }
    if (name.startsWith("getAndBitwiseOr")) {
      return update(Verb.GET_AND_UPDATE, Op.OR, name.substring(15));
    }
    if (name.startsWith("getAndBitwiseAnd")) {
      return update(Verb.GET_AND_UPDATE, Op.AND, name.substring(16));
    }
    if (name.startsWith("getAndBitwiseXor")) {
      return update(Verb.GET_AND_UPDATE, Op.XOR, name.substring(16));
    }
    Verb verb = name.startsWith("get") ? Verb.GET : Verb.SET;
    return new AccessName(verb, null, mode(name.substring(3), Mode.PLAIN));
  }

  private static AccessName update(Verb verb, Op op, String mode) {
    return new AccessName(verb, op, mode(mode, Mode.VOLATILE));
  }

  private static Mode mode(String name, Mode without) {
    return switch (name) {
      case "" -> without;
      case "Plain" -> Mode.PLAIN;
      case "Opaque" -> Mode.OPAQUE;
      case "Acquire" -> Mode.ACQUIRE;
      case "Release" -> Mode.RELEASE;
      case "Volatile" -> Mode.VOLATILE;
      default -> throw new IllegalArgumentException("mode=" + name);
    };
  }
}
