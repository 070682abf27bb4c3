package org.sabring.explore.jcstress.shape.form;

import static org.sabring.explore.jcstress.shape.Shapes.shape;

import java.util.List;
import org.sabring.explore.jcstress.shape.Shapes.Shape;

/** The forms of tests. */
public final class FormShapes {

  private FormShapes() {}

  /** All of them. */
  public static final List<Shape> ALL =
      List.of(
          shape(ByMeta.Volatile.class),
          shape(ByMeta.Exchange.class),
          shape(ByMeta.Plain.class),
          shape(MetaAnnotated.Volatile.class).refused(),
          shape(MetaAnnotated.Synchronized.class).refused(),
          shape(OwnResult.AsParameter.class),
          shape(OwnResult.Extended.class),
          shape(PackagePrivate.class),
          shape(StaticActors.class),
          shape(ExactAfterPattern.class),
          shape(ArbiterJudges.class));
}
