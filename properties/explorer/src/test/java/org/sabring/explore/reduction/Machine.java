package org.sabring.explore.reduction;

import java.lang.invoke.VarHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.reduction.Cells.Node;

/** Does what statements say. It is code under test: every access of it is followed. */
final class Machine {

  private int budget;
  private int sum;

  private Machine() {}

  /** What was seen, statement for statement. */
  static String run(Cells cells, List<Statement> statements) {
    String seen = "";
    for (Statement statement : statements) {
      seen += step(cells, statement) + " ";
    }
    return seen;
  }

  private static long step(Cells cells, Statement statement) {
    int number = statement.number();
    Mode mode = statement.mode();
    VarHandle field = number == 0 ? Cells.X : Cells.Y;
    return switch (statement.verb()) {
      case LOAD -> load(cells, number, mode);
      case STORE -> store(cells, number, mode);
      case COMPARE_AND_SET -> compareAndSet(cells, mode) ? 1 : 0;
      case WEAK_COMPARE_AND_SET -> Cells.X.weakCompareAndSetPlain(cells, 0, 5) ? 1 : 0;
      case ADD -> add(cells, field, mode);
      case SWAP -> (int) field.getAndSet(cells, 7);
      case FENCE -> fence(mode);
      case LOAD_LONG -> mode == Mode.PLAIN ? cells.wide : (long) Cells.WIDE.getVolatile(cells);
      case STORE_LONG -> storeLong(cells, mode);
      case LOAD_ELEMENT -> loadElement(cells.array, number, mode);
      case STORE_ELEMENT -> storeElement(cells.array, number, mode);
      case PUBLISH -> publish(cells, mode, new Node(number + 1));
      case TRY_PUBLISH -> tryPublish(cells, number);
      case FOLLOW -> follow(head(cells, mode));
      case PRIVATE -> alone(number) + cells.fixed;
      case LOCKED -> number == 0 ? locked(cells) : lockedTwice(cells);
      case AWAIT -> new Machine().await(cells, mode, number);
      case CHECK -> check(cells, mode);
    };
  }

  private static int load(Cells cells, int number, Mode mode) {
    VarHandle field = number == 0 ? Cells.X : Cells.Y;
    return switch (mode) {
      case PLAIN -> number == 0 ? cells.x : cells.y;
      case OPAQUE -> (int) field.getOpaque(cells);
      case VOLATILE -> (int) field.getVolatile(cells);
      default -> (int) field.getAcquire(cells);
    };
  }

  private static int store(Cells cells, int number, Mode mode) {
    VarHandle field = number == 0 ? Cells.X : Cells.Y;
    switch (mode) {
      case PLAIN -> {
        if (number == 0) {
          cells.x = 1;
        } else {
          cells.y = 1;
        }
      }
      case OPAQUE -> field.setOpaque(cells, 1);
      case VOLATILE -> field.setVolatile(cells, 1);
      default -> field.setRelease(cells, 1);
    }
    return 0;
  }

  private static boolean compareAndSet(Cells cells, Mode mode) {
    return mode == Mode.VOLATILE
        ? Cells.X.compareAndSet(cells, 0, 2)
        : (int) Cells.X.compareAndExchangeRelease(cells, 0, 2) == 0;
  }

  private static int add(Cells cells, VarHandle field, Mode mode) {
    return mode == Mode.VOLATILE
        ? (int) field.getAndAdd(cells, 1)
        : (int) field.getAndAddAcquire(cells, 1);
  }

  private static int fence(Mode mode) {
    switch (mode) {
      case ACQUIRE -> VarHandle.acquireFence();
      case RELEASE -> VarHandle.releaseFence();
      default -> VarHandle.fullFence();
    }
    return 0;
  }

  private static int storeLong(Cells cells, Mode mode) {
    if (mode == Mode.PLAIN) {
      cells.wide = 1L << 33;
    } else {
      Cells.WIDE.setVolatile(cells, 1L << 33);
    }
    return 0;
  }

  private static int loadElement(int[] array, int index, Mode mode) {
    return mode == Mode.PLAIN ? array[index] : (int) Cells.ELEMENTS.getAcquire(array, index);
  }

  private static int storeElement(int[] array, int index, Mode mode) {
    if (mode == Mode.PLAIN) {
      array[index] = 4;
    } else {
      Cells.ELEMENTS.setRelease(array, index, 4);
    }
    return 0;
  }

  private static int publish(Cells cells, Mode mode, Node node) {
    switch (mode) {
      case PLAIN -> cells.head = node;
      case OPAQUE -> Cells.HEAD.setOpaque(cells, node);
      case VOLATILE -> Cells.HEAD.setVolatile(cells, node);
      default -> Cells.HEAD.setRelease(cells, node);
    }
    return 0;
  }

  /** Each node says at first that it has no next one, whoever had its place before. */
  private static int tryPublish(Cells cells, int number) {
    Node node = new Node(number + 1);
    int before = node.next == null ? 0 : 100;
    node.next = node;
    if (number == 0) {
      return before + (Cells.HEAD.compareAndSet(cells, (Node) null, node) ? 1 : 0);
    }
    if (head(cells, Mode.VOLATILE) != null) {
      return before;
    }
    Cells.HEAD.setVolatile(cells, node);
    return before + 1;
  }

  private static @Nullable Node head(Cells cells, Mode mode) {
    return switch (mode) {
      case PLAIN -> cells.head;
      case OPAQUE -> (Node) Cells.HEAD.getOpaque(cells);
      case VOLATILE -> (Node) Cells.HEAD.getVolatile(cells);
      default -> (Node) Cells.HEAD.getAcquire(cells);
    };
  }

  private static int follow(@Nullable Node node) {
    if (node == null) {
      return -1;
    }
    int seen = 10 * node.fixed + node.plain;
    return node.next == null ? seen : seen + 100;
  }

  private static int alone(int value) {
    int[] own = {value, 2};
    Node node = new Node(own[0]);
    node.next = new Node(own[1]);
    own[1] += node.next.plain;
    return own[1] + node.fixed;
  }

  private static int locked(Cells cells) {
    synchronized (cells.lock) {
      return cells.y++;
    }
  }

  private static int lockedTwice(Cells cells) {
    synchronized (cells.inner) {
      synchronized (cells.lock) {
        return cells.y += 2;
      }
    }
  }

  /** The variables are the same at every turn, but not what the own object holds. */
  private int await(Cells cells, Mode mode, int turns) {
    budget = turns;
    while (load(cells, 0, mode) == 0) {
      sum += budget;
      if (--budget < 0) {
        return -sum;
      }
    }
    return sum;
  }

  private static int check(Cells cells, Mode mode) {
    if (load(cells, 0, mode) != 0 && load(cells, 1, mode) == 0) {
      throw new IllegalStateException("x without y");
    }
    return 0;
  }
}
