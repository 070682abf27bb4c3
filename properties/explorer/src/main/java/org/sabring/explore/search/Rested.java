package org.sabring.explore.search;

import java.util.Objects;
import org.sabring.explore.Program;
import org.sabring.explore.Rest;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;

/** A state as a final state of a program. */
record Rested(State state, Program program) implements Rest {

  @Override
  public int sides() {
    return program.count();
  }

  @Override
  public Memory memory() {
    return state.memory();
  }

  @Override
  public boolean isDone(int side) {
    return state.isDone(side);
  }

  @Override
  public boolean isAsleep(int side) {
    return state.isAsleep(side);
  }

  @Override
  public boolean isIdle(int side) {
    return state.isIdle(side);
  }

  @Override
  public boolean hasAsked(int side) {
    return state.waiting().asked(side) != null;
  }

  @Override
  public boolean isDead(int side) {
    return state.isDead(side);
  }

  @Override
  public boolean isStuck(int side) {
    boolean waitsForOthers = program.isLast(side) && !state.hasBegun(side);
    return !state.hasEnded(side) && !isIdle(side) && !waitsForOthers;
  }

  @Override
  public String whyStuck(int side) {
    Position position = state.at(side);
    Access access = Objects.requireNonNull(position.access);
    String name =
        access.kind() == Access.Kind.SPIN
            ? ""
            : program.scene().locations().nameOf(access.location());
    String why =
        switch (access.kind()) {
          case LOCK -> "waits for " + name + ", which is never given back";
          case SPIN -> "goes round for ever, and nobody can change what it looks at";
          case PARK -> "is parked for ever: nobody unparks it";
          default -> "sleeps for ever: it waits on " + name + ", and nobody notifies it any more";
        };
    String where = position.line == null ? "" : " at " + position.line;
    return "%c, in %s%s, %s"
        .formatted(program.letter(side), position.operation().call(), where, why);
  }
}
