import { describe, expect, it } from 'vitest';
import { explainSyntaxError } from './syntax-error';

const source = 'flowchart TB\n%% a comment\n a --> [\n b';

describe('explainSyntaxError', () => {
  it('counts comments, which mermaid does not', () => {
    const error = "Parse error on line 2:\n...\n-----^\nExpecting 'AMP', got 'SQS'";
    expect(explainSyntaxError(error, null, source)).toMatchObject({
      line: 3,
      message: 'Mermaid cannot read this: an opening square bracket is not expected here.',
    });
  });

  it.each([
    ['two square brackets', '...lowchart TB  a --> [[\n----------------------^', 'SUBROUTINESTART', '"[["'],
    ['an arrow', 'flowchart TB -->\n-------------^', 'LINK', '"-->"'],
    ['a word', 'flowchart TB a & & b\n-------------------^', 'NODE_STRING', '"b"'],
    ['a keyword', 'flowchart TB end --> a\n-------------^', 'end', '"end"'],
    ['a colon', '...owchart TB a --> b : x\n----------------------^', 'COLON', '":"'],
    ['an arrow of a sequence', '...quenceDiagram A B C ->> D\n-----------------------^', 'SOLID_ARROW', '"->>"'],
    ['text in quotes', 'flowchart TB "a"\n-------------^', 'STR', 'text in quotes'],
    ['the end of a line', '...owchart TB style a\n---------------------^', 'NEWLINE', 'the end of the line'],
    ['the end', '...t TB  a[[Sub --> b\n---------------------^', '1', 'the end of the diagram'],
    ['two brackets, when no text is shown', '', 'SUBROUTINEEND', '"]]"'],
    ['no name of the parser', '', 'VERTEX_WITH_PROPS_START', 'what stands here'],
  ])('names %s by its characters', (_, shown, token, name) => {
    const error = `Parse error on line 2:\n${shown}\nExpecting 'AMP', 'COLON', got '${token}'`;
    expect(explainSyntaxError(error, null, source)).toMatchObject({
      message: `Mermaid cannot read this: ${name} is not expected here.`,
      fix: expect.stringContaining('put labels in quotes'),
    });
  });

  it.each([
    ['its own idea of the line', 'Something failed', 1, 1, 'Mermaid cannot draw this: Something failed.'],
    ['no line at all', 'Something failed:', null, null, 'Mermaid cannot draw this: Something failed.'],
    ['a line behind the end', 'Lexical error on line 9. Unrecognized', null, 4, /Lexical error/],
    ['a token without a name', "Parse error on line 1: got 'constructor'", null, 1, /"constructor" is not expected/],
    ['too many arrows', 'Edge limit exceeded. 200 edges found, but the limit is 200.', null, null, /200 arrows/],
  ])('tells an error with %s', (_, error, line, expectedLine, message) => {
    const explained = explainSyntaxError(error, line, source);
    expect(explained.line).toBe(expectedLine);
    expect(explained.message).toMatch(message);
  });
});
