package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;

/** How a format refuses a file: its name goes before what is wrong with it. */
@FunctionalInterface
interface Refusal {

	/**
	 * @param what is wrong, going on from the file's name: "has no sizes"
	 * @param advice what to do, a sentence
	 */
	InputException bad(String what, String advice);
}
