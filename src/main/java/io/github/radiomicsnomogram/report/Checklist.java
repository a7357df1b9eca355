package io.github.radiomicsnomogram.report;

import java.util.ArrayList;
import java.util.List;

/** Items of a reporting guideline with what this report says to each; the rest is the authors'. */
final class Checklist {

	/** For what only the authors know. */
	static final String AUTHORS = "To be filled in by the authors.";

	private final Table table;
	private final List<String> open = new ArrayList<>();
	private int items;

	Checklist(final String caption) {
		table = new Table(caption, true, "Item", "Topic", "In this report");
	}

	Checklist group(final String title) {
		table.group(title);
		return this;
	}

	/** An item that this report answers. */
	Checklist known(final String number, final String topic, final String answer) {
		return add(number, topic, MethodsText.sentence(answer));
	}

	/** An item that only the authors can answer. */
	Checklist authors(final String number, final String topic) {
		open.add(number);
		return add(number, topic, AUTHORS);
	}

	/** An item that this report answers in part. */
	Checklist partly(final String number, final String topic, final String answer) {
		open.add(number);
		return add(number, topic, MethodsText.sentence(answer) + " The rest: to be filled in by the authors.");
	}

	/** An item that this report answers in part if something is known, else not at all. */
	Checklist partly(final String number, final String topic, final boolean known, final String answer) {
		return known ? partly(number, topic, answer) : authors(number, topic);
	}

	private Checklist add(final String number, final String topic, final String text) {
		items++;
		table.row(number, topic, text);
		return this;
	}

	/** Number of items. */
	int size() {
		return items;
	}

	Table table() {
		return table.note(items - open.size() + " of " + items + " items are answered by this report; to the authors are left: " +
			String.join(", ", open) + ".");
	}
}
