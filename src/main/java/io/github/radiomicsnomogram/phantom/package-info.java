/** A made-up CT for examples, documents and tests. */
package io.github.radiomicsnomogram.phantom;
