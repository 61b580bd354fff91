package nl.beleidstafel.yaml;

/// Something wrong in a file of `config/`, in words for whoever wrote the file.
///
/// @param file its path below the configuration folder
/// @param line counted from 1; 0 where the mistake concerns the whole file
/// @param field the way to the field, for example `blocks[3].help.title`; may be empty
/// @param problem what is wrong and what would be right
public record Mistake(String file, int line, String field, String problem) {

  /// One readable sentence with file, line and field.
  @Override
  public String toString() {
    String place = line > 0 ? file + ", line " + line : file;
    return (field.isEmpty() ? place : place + ", " + field) + ": " + problem + ".";
  }
}
