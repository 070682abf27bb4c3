package org.sabring.spec.check;

/**
 * A layer with a mistake in what it checks. It has the layer's name, and checks something else.
 *
 * @param layer the layer without the mistake
 * @param how its run with the mistake
 */
public record MutantLayer(Layer layer, Run how) implements Layer {

  /** As {@link Layer#run}. */
  public interface Run {
    Evidence run(Bounds bounds, Progress progress) throws InterruptedException;
  }

  @Override
  public String name() {
    return layer.name();
  }

  @Override
  public String promise() {
    return layer.promise();
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    return how.run(bounds, progress);
  }
}
