/** Layers of checking, what they find, and the verdict on it. */
package org.sabring.spec.verdict;
