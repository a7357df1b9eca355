package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.io.dicom.DicomSeries;

import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;

import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.DefaultTableModel;

/** Lists the series of a folder to choose one from. ImageJ's recorder doesn't see it: the command records the choice. */
public final class SeriesDialog {

	/** Title of the window. */
	public static final String TITLE = "Choose DICOM Series";

	private static final String[] COLUMNS = { "No.", "Kind", "Description", "Slices", "Pixels", "Voxel (mm)", "Remarks" };
	private static final int[] WIDTHS = { 45, 50, 230, 55, 90, 170, 340 };
	private static final int LEAST_ROWS = 5, MOST_ROWS = 18, HEADER = 30;

	private SeriesDialog() {}

	/** For {@link DicomJob}: asks on the screen; null if there is none. */
	public static DicomJob.Chooser chooser() {
		return GraphicsEnvironment.isHeadless() ? null : SeriesDialog::choose;
	}

	/** Asks; null if the user cancelled. */
	private static DicomSeries choose(final List<DicomSeries> all) {
		final JTable table = table(all);
		final JPanel panel = new JPanel(new java.awt.BorderLayout(0, 8));
		panel.add(new JLabel("The folder holds " + all.size() + " images. Which one?"), java.awt.BorderLayout.NORTH);
		final JScrollPane scroll = new JScrollPane(table);
		int width = 0;
		for (final int w : WIDTHS)
			width += w;
		scroll.setPreferredSize(new Dimension(width, HEADER + table.getRowHeight() * Math.max(LEAST_ROWS, Math.min(
			MOST_ROWS, all.size()))));
		panel.add(scroll);
		final JOptionPane pane = new JOptionPane(panel, JOptionPane.PLAIN_MESSAGE, JOptionPane.OK_CANCEL_OPTION);
		final JDialog dialog = pane.createDialog(null, TITLE);
		dialog.setResizable(true);
		table.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent e) {
				if (e.getClickCount() == 2) pane.setValue(JOptionPane.OK_OPTION);
			}
		});
		dialog.setVisible(true);
		dialog.dispose();
		final boolean ok = Integer.valueOf(JOptionPane.OK_OPTION).equals(pane.getValue());
		return ok && table.getSelectedRow() >= 0 ? all.get(table.getSelectedRow()) : null;
	}

	private static JTable table(final List<DicomSeries> all) {
		final DefaultTableModel model = new DefaultTableModel(COLUMNS, 0) {

			@Override
			public boolean isCellEditable(final int row, final int column) {
				return false;
			}
		};
		all.forEach(s -> model.addRow(row(s)));
		final JTable table = new JTable(model);
		table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		for (int i = 0; i < WIDTHS.length; i++)
			table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
		int largest = 0;
		for (int i = 0; i < all.size(); i++)
			if (all.get(i).problem().isEmpty() && (!all.get(largest).problem().isEmpty() || all.get(i).slices() > all.get(largest)
				.slices())) largest = i;
		table.setRowSelectionInterval(largest, largest);
		return table;
	}

	/** With at most 4 decimals. */
	private static String mm(final double length) {
		return String.format(Locale.ROOT, "%.4f", length).replaceAll("\\.?0+$", "");
	}

	private static Object[] row(final DicomSeries s) {
		final String spacing = s.geometry().map(g -> mm(g.spacing(0)) + " x " + mm(g.spacing(1)) + " x " + mm(g.spacing(2)))
			.orElse("");
		final String remarks = s.problem().isEmpty() ? s.warnings().isEmpty() ? "" : s.warnings().get(0) : "not usable: " + s
			.problem();
		return new Object[] { s.number(), s.modality(), s.part().isEmpty() ? s.description() : s.description() + ", " + s
			.part(), s.slices(), s.columns() == 0 ? "" : s.columns() + " x " + s.rows(), spacing, remarks };
	}
}
