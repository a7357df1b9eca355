package io.github.radiomicsnomogram.fiji;

import ij.gui.GUI;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JEditorPane;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.RowFilter;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.table.DefaultTableModel;
import javax.swing.table.TableRowSorter;

/** The guide to features: a list with a search, and all about the chosen feature below it. */
final class GuideWindow {

	private static final String TITLE = "Radiomics Feature Guide";
	private static final int WIDTH = 900, HEIGHT = 640, GAP = 6, SEARCH_COLUMNS = 24;
	private static final double LIST_SHARE = 0.5;
	private static final int[] COLUMN_WIDTHS = { 300, 300, 110, 90, 90 };

	private final List<FeatureGuide.Entry> entries;
	private final JTable table;
	private final TableRowSorter<DefaultTableModel> sorter;
	private final JEditorPane page = new JEditorPane("text/html", "");
	private final JTextField search = new JTextField(SEARCH_COLUMNS);
	private final JLabel count = new JLabel();

	private GuideWindow(final List<FeatureGuide.Entry> entries) {
		this.entries = entries;
		final DefaultTableModel model = model();
		table = new JTable(model);
		sorter = new TableRowSorter<>(model);
		table.setRowSorter(sorter);
		for (int c = 0; c < COLUMN_WIDTHS.length; c++)
			table.getColumnModel().getColumn(c).setPreferredWidth(COLUMN_WIDTHS[c]);
		table.getSelectionModel().addListSelectionListener(e -> showPage());
		page.setEditable(false);
		filter();
	}

	/** Opens a window. */
	static void open(final List<FeatureGuide.Entry> entries) {
		EventQueue.invokeLater(() -> new GuideWindow(entries).show());
	}

	private DefaultTableModel model() {
		final DefaultTableModel model = new DefaultTableModel(new Object[] { "Feature", "Class", "Unit", "IBSI",
			"By default" }, 0) {

			private static final long serialVersionUID = 1L;

			@Override
			public boolean isCellEditable(final int row, final int column) {
				return false;
			}
		};
		for (final FeatureGuide.Entry e : entries)
			model.addRow(new Object[] { e.feature().id(), e.family().title(), e.feature().unit().label(""), e.feature().ibsi(), e
				.feature().deprecated() ? "no" : "yes" });
		return model;
	}

	private void show() {
		final JPanel top = new JPanel(new BorderLayout(GAP, 0));
		top.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		top.add(new JLabel("Search:"), BorderLayout.WEST);
		top.add(search, BorderLayout.CENTER);
		final JPanel right = new JPanel(new BorderLayout(GAP, 0));
		right.add(count, BorderLayout.WEST);
		final JButton copy = new JButton("Copy names");
		copy.setToolTipText("Copies the chosen features as the field Features takes them");
		copy.addActionListener(e -> copy());
		right.add(copy, BorderLayout.EAST);
		top.add(right, BorderLayout.EAST);
		search.getDocument().addDocumentListener(new Typing());
		final JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JScrollPane(table), new JScrollPane(page));
		split.setResizeWeight(LIST_SHARE);
		final JFrame frame = new JFrame(TITLE);
		frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
		frame.add(top, BorderLayout.NORTH);
		frame.add(split, BorderLayout.CENTER);
		final Rectangle screen = GUI.getMaxWindowBounds();
		frame.setPreferredSize(new Dimension(Math.min(WIDTH, screen.width), Math.min(HEIGHT, screen.height)));
		frame.pack();
		split.setDividerLocation(LIST_SHARE);
		frame.setLocationRelativeTo(null);
		frame.setVisible(true);
	}

	/** Shows features that hold every word that is typed. */
	private void filter() {
		final String[] words = search.getText().toLowerCase(Locale.ROOT).strip().split("\\s+");
		sorter.setRowFilter(new RowFilter<DefaultTableModel, Integer>() {

			@Override
			public boolean include(final Entry<? extends DefaultTableModel, ? extends Integer> row) {
				final String text = entries.get(row.getIdentifier()).text().toLowerCase(Locale.ROOT);
				return Arrays.stream(words).allMatch(text::contains);
			}
		});
		count.setText(table.getRowCount() + " of " + entries.size() + " features");
		if (table.getRowCount() > 0) table.setRowSelectionInterval(0, 0);
	}

	private void showPage() {
		final int row = table.getSelectedRow();
		page.setText(row < 0 ? "" : entries.get(table.convertRowIndexToModel(row)).html());
		page.setCaretPosition(0);
	}

	private void copy() {
		final String names = Arrays.stream(table.getSelectedRows()).mapToObj(row -> entries.get(table.convertRowIndexToModel(
			row)).feature().id()).collect(Collectors.joining(","));
		Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(names), null);
	}

	private final class Typing implements DocumentListener {

		@Override
		public void insertUpdate(final DocumentEvent e) {
			filter();
		}

		@Override
		public void removeUpdate(final DocumentEvent e) {
			filter();
		}

		@Override
		public void changedUpdate(final DocumentEvent e) {
			filter();
		}
	}
}
