package org.sabring.explore.jcstress.shape.form;

import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;

/** What is to be said of a message with a flag, for the tests that point here. */
@Description("Data, then a flag: a flag without its data is a broken promise.")
@Ref("https://docs.oracle.com/javase/specs/jls/se17/html/jls-17.html#jls-17.4.5")
@Ref("https://openjdk.org/jeps/193")
@Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "the flag without the data")
@Outcome(
    id = {"0, 0", "0, 1", "1, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "the flag with the data, or no flag")
public class MetaOfMessages {}
