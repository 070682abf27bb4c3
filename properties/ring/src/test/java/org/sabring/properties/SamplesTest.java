package org.sabring.properties;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.sabring.properties.sample.Plan;
import org.sabring.properties.sample.Plans;
import org.sabring.properties.sample.Program;
import org.sabring.properties.sample.Programs;

/** What a failure prints can be run again. */
class SamplesTest {

  @Property
  void aProgramReadsBackItsText(@ForAll(supplier = Programs.class) Program program) {
    assertThat(Program.parse(program.toString())).isEqualTo(program);
  }

  @Property
  void aPlanReadsBackItsText(@ForAll(supplier = Plans.Cancelled.class) Plan plan) {
    assertThat(Plan.parse(plan.toString())).isEqualTo(plan);
  }

  @Property
  void aPlanThatNobodyCancelsDoesToo(@ForAll(supplier = Plans.Mixed.class) Plan plan) {
    assertThat(Plan.parse(plan.toString())).isEqualTo(plan);
  }
}
