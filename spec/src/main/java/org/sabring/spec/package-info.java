/** The law in Java: layout, rules, and the words that every part of sabring shares. */
package org.sabring.spec;
