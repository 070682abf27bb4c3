package org.sabring.stream;

import java.util.function.Consumer;

/** One pipe, from opening to cleaning up. Loop thread only. */
@SuppressWarnings("UnnecessaryLambda") // a listener is taken off by the same object
final class Pipe<T> {

  private final Readable<T> source;
  private final Pipes<T> pipes;
  private final Writable<? super T> destination;

  private final Consumer<Readable<T>> onEnd = ended -> endDestination();
  private final Consumer<Readable<T>> onEndUnpipe = ended -> unpipe();
  private final Consumer<T> onData = this::write;
  private final Consumer<Object> onDrain = drained -> drained();
  private final Consumer<Throwable> onError = this::failed;
  private final Consumer<Object> onClose = closed -> closed();
  private final Consumer<Object> onFinish = finished -> finished();
  private final Consumer<Unpiped> onUnpiped = this::unpiped;

  private boolean listensToDrain;
  private boolean cleanedUp;

  Pipe(Readable<T> source, Pipes<T> pipes, Writable<? super T> destination) {
    this.source = source;
    this.pipes = pipes;
    this.destination = destination;
  }

  void open(boolean end, boolean hasEnded) {
    Consumer<Readable<T>> atEnd = end ? onEnd : onEndUnpipe;
    if (hasEnded) {
      source.loop().nextTick(() -> atEnd.accept(source));
    } else {
      source.end().once(atEnd);
    }
    destination.unpiped().on(onUnpiped);
    source.data().on(onData);
    destination.error().prepend(onError);
    destination.close().once(onClose);
    destination.finish().once(onFinish);
    destination.piped().emit(source);
    if (destination.isDrainNeeded()) {
      waitForDrain();
    } else {
      pipes.start();
    }
  }

  private void endDestination() {
    destination.end();
  }

  private void write(T chunk) {
    if (!destination.write(chunk)) {
      waitForDrain();
    }
  }

  /** Not for a destination that was unpiped while it wrote: nobody would let the source go on. */
  private void waitForDrain() {
    if (!cleanedUp) {
      pipes.await(destination);
    }
    if (!listensToDrain) {
      listensToDrain = true;
      destination.drain().on(onDrain);
    }
  }

  private void drained() {
    pipes.drained(destination);
  }

  /**
   * It hears of the failure before the user does; who listens to nothing hears of it all the same.
   */
  private void failed(Throwable error) {
    unpipe();
    destination.error().off(onError);
    if (destination.error().listeners() == 0) {
      destination.raise(error);
    }
  }

  private void closed() {
    destination.finish().off(onFinish);
    unpipe();
  }

  private void finished() {
    destination.close().off(onClose);
    unpipe();
  }

  private void unpipe() {
    source.unpipe(destination);
  }

  private void unpiped(Unpiped news) {
    if (news.concerns(source)) {
      cleanUp();
    }
  }

  private void cleanUp() {
    destination.close().off(onClose);
    destination.finish().off(onFinish);
    if (listensToDrain) {
      destination.drain().off(onDrain);
    }
    destination.error().off(onError);
    destination.unpiped().off(onUnpiped);
    source.end().off(onEnd);
    source.end().off(onEndUnpipe);
    source.data().off(onData);
    cleanedUp = true;
    // who waits for this one's drain would wait for ever
    if (listensToDrain && pipes.mayWait() && destination.needsDrain()) {
      drained();
    }
  }
}
